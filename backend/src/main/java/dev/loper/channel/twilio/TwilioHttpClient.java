package dev.loper.channel.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the Twilio SDK reaches Twilio, or the sandbox in its place.
///
/// Every request goes out exactly once: the SDK repeats a request that got a 5xx, and Apache's client one that got 429 or
/// 503, and either could send a message twice. Repeating is the outbound queue's business.
@Component
class TwilioHttpClient extends NetworkHttpClient {

    /// Connect 3 s, read 10 s. The SDK sets 10 s and 30 s on each request, so ours are put back further inside.
    private static final RequestConfig TIMEOUTS = RequestConfig.custom().setConnectionRequestTimeout(3,
            TimeUnit.SECONDS).setResponseTimeout(10, TimeUnit.SECONDS).build();

    private final @Nullable URI sandbox;

    TwilioHttpClient(TwilioSettings settings) {
        super(HttpClientBuilder.create().disableAutomaticRetries().disableRedirectHandling().disableCookieManagement().setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create().setMaxConnPerRoute(50).setMaxConnTotal(
                        100).setDefaultConnectionConfig(
                                ConnectionConfig.custom().setConnectTimeout(3,
                                        TimeUnit.SECONDS).setSocketTimeout(10,
                                                TimeUnit.SECONDS).build()).build()).addExecInterceptorFirst("timeouts",
                                                        (request, scope, chain) -> {
                                                            scope.clientContext.setRequestConfig(TIMEOUTS);
                                                            return chain.proceed(request, scope);
                                                        }));
        this.sandbox = settings.sandboxUrl();
    }

    @Override
    public Response makeRequest(Request request) {
        return super.makeRequest(sandbox == null ? request : toSandbox(request, sandbox));
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        Response response = makeRequest(request);
        if (response.getStatusCode() == 429 || response.getStatusCode() >= 500) {
            throw new TwilioUnavailableException(response.getStatusCode(), retryAfter(response));
        }
        return response;
    }

    /// The same request with another origin; path, parameters and credentials stay.
    private static Request toSandbox(Request request, URI sandbox) {
        URI url = URI.create(request.getUrl());
        Request moved = new Request(request.getMethod(), sandbox + url.getRawPath() + (url.getRawQuery() == null
                ? ""
                : "?" + url.getRawQuery()));
        request.getQueryParams().forEach((name, values) -> values.forEach(value -> moved.addQueryParam(name, value)));
        request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> moved.addHeaderParam(name, value)));
        moved.setContentType(request.getContentType());
        moved.setUserAgentExtensions(request.getUserAgentExtensions());
        moved.setAuth(request.getUsername(), request.getPassword());
        return moved;
    }

    /// How long Twilio asks to wait (RFC 9110, delta-seconds; the date form is not used there).
    private static @Nullable Duration retryAfter(Response response) {
        return Arrays.stream(response.getHeaders()).filter(
                header -> header.getName().equalsIgnoreCase("Retry-After")).map(
                        header -> header.getValue().strip()).filter(value -> value.matches("\\d{1,5}")).map(
                                value -> Duration.ofSeconds(Long.parseLong(value))).findFirst().orElse(null);
    }
}
