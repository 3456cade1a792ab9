package dev.tailback.web.input;

import dev.tailback.web.problems.Problem;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Looks at the request line and the Basic header of every call before the framework does, and marks a broken one as
 * undecodable: the framework then answers 400 with the reason, and no filter, route or login ever sees it.
 */
@Singleton
final class WellFormedRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** What the codec itself puts in place of an address that it cannot decode. */
    private static final String NO_ADDRESS = "/bad-request";

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EveryChannel());
        return event.getBean();
    }

    private record EveryChannel() implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel accepted, ChannelRole role) {
            return new OnChannel(accepted);
        }
    }

    /** A connection, or a stream of it. */
    private record OnChannel(Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel stream, ChannelRole role) {
            return new OnChannel(stream);
        }

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "well-formed-requests", new Check());
        }
    }

    @ChannelHandler.Sharable
    private static final class Check extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request
                    && request.decoderResult().isSuccess()) {
                check(request);
            }
            context.fireChannelRead(message);
        }

        private static void check(HttpRequest request) {
            try {
                RequestTarget.check(request.uri());
                request.headers().getAll(HttpHeaderNames.AUTHORIZATION).forEach(BasicHeader::check);
            } catch (Problem refusal) {
                request.setUri(NO_ADDRESS);
                request.setDecoderResult(DecoderResult.failure(refusal));
            }
        }
    }
}
