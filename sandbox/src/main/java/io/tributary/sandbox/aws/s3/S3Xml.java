package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** S3's XML bodies. */
final class S3Xml {
  private S3Xml() {}

  static Answer answer(XmlWriter xml) {
    return Answer.of(
        200,
        Map.of("Content-Type", "application/xml"),
        xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Answer empty(int status) {
    return Answer.of(status, Map.of(), new byte[0]);
  }

  /**
   * The texts of all elements with a name, in their order.
   *
   * @throws WireError MalformedXML
   */
  static List<String> texts(byte[] body, String name) {
    var elements = parse(body).getElementsByTagNameNS("*", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  private static Element parse(byte[] body) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new WireError(400, "MalformedXML", "The XML you provided was not well-formed");
    }
  }
}
