package io.tributary.sandbox.temporal;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;

/**
 * Takes the sticky queue out of completed workflow tasks. The test server has no timeout for it:
 * the workflows of a worker that was killed would wait for that worker for ever.
 */
final class StickyRemoval implements ServerInterceptor {
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<Q>(next.startCall(call, headers)) {
      @Override
      @SuppressWarnings("unchecked") // The same message without one field.
      public void onMessage(Q message) {
        super.onMessage(
            message instanceof RespondWorkflowTaskCompletedRequest completed
                ? (Q) completed.toBuilder().clearStickyAttributes().build()
                : message);
      }
    };
  }
}
