package dev.tailback.salesforce.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The body of an answer, up to a number of bytes that we chose. It counts what arrives, because Content-Length is a
 * claim, and it unpacks nothing: we never ask for a compressed answer.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.Subscription source;

    BoundedBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        source.request(1);
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
        source.request(1);
    }

    private void giveUp() {
        source.cancel();
        whole.completeExceptionally(new AnswerTooLarge(mostBytes));
    }

    /** No caller waits for it any more. */
    synchronized void abandon() {
        if (source != null) {
            source.cancel();
        }
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
