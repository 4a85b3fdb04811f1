package io.tributary.activities.payload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.PayloadConverter;
import io.tributary.workflows.job.StartInput;
import java.lang.reflect.Type;
import java.util.Optional;

/** The converter for {@code json/plain}: start inputs strictly, all else leniently. */
final class LenientJson implements PayloadConverter {
  private final PayloadConverter lenient;
  private final StartInputReader strict;

  LenientJson(ObjectMapper mapper) {
    lenient = new JacksonJsonPayloadConverter(mapper);
    strict = new StartInputReader(mapper);
  }

  @Override
  public String getEncodingType() {
    return lenient.getEncodingType();
  }

  @Override
  public Optional<Payload> toData(Object value) {
    return lenient.toData(value);
  }

  @Override
  public <T> T fromData(Payload content, Class<T> valueType, Type valueGenericType) {
    return StartInput.class.isAssignableFrom(valueType)
        ? strict.read(content.getData().toByteArray(), valueType)
        : lenient.fromData(content, valueType, valueGenericType);
  }
}
