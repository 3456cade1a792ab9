package dev.tailback.salesforce.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The body of an answer, up to a number of bytes that we chose. It counts what arrives, because Content-Length is a
 * claim, and it unpacks nothing: we never ask for a compressed answer.
 */
public final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Optional<Flow.Subscription> source = Optional.empty();

    public BoundedBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        source = Optional.of(subscription);
        subscription.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (part.remaining() > mostBytes - bytes.size()) {
                giveUp();
                return;
            }
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.write(some, 0, some.length);
        }
        source.orElseThrow().request(1);
    }

    private void giveUp() {
        abandon();
        whole.completeExceptionally(new AnswerTooLarge(mostBytes));
    }

    /** No caller waits for it any more. */
    public synchronized void abandon() {
        source.ifPresent(Flow.Subscription::cancel);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
