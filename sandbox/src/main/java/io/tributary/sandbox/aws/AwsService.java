package io.tributary.sandbox.aws;

import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;

/**
 * A service the sandbox plays: a fake that implements the SDK's own client interface. The adapter
 * turns a call on the wire into a call of the interface's method; a method that the fake does not
 * implement is answered with UnknownOperationException. Fakes throw the SDK's typed exceptions; an
 * exception without a status code becomes 400, or 500 where AWS models it as a fault.
 *
 * @param signingName the name in the signature's scope, such as {@code redshift-data}
 * @param api the client interface
 * @param fake gives the implementation that answers a caller; usually always the same
 */
public record AwsService<C extends SdkClient>(
    String signingName, Class<C> api, Function<Caller, C> fake) {}
