package io.connreg.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.connreg.ValidationResult.Failure;
import io.connreg.internal.StrictJson;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request and its answer, over a socket of the run: the end of the run is the end of any reading and writing here.
 * No redirect is followed.
 */
final class HttpExchange {
    private final Supplier<SSLSocketFactory> tls;

    HttpExchange(Supplier<SSLSocketFactory> tls) {
        this.tls = tls;
    }

    /** @throws ProbeException if there is no connection */
    Optional<Failure> run(HttpRequest request, Answer answer, ProbeRun run) throws ProbeException {
        HttpTarget target = request.target();
        try (Socket plain = run.connect(target.host(), target.port())) {
            Socket socket = target.tls() ? checked(plain, target) : plain;
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            return read(new BufferedInputStream(socket.getInputStream()), answer);
        } catch (NotHttpException | JsonProcessingException e) {
            return Optional.of(Failure.NOT_SUCH_A_SERVICE);
        } catch (SSLException e) {
            return Optional.of(Failure.TLS);
        } catch (IOException e) {
            return Optional.of(Failure.UNREACHABLE);
        }
    }

    /** Says the name that is wanted, and takes no certificate but one for it. */
    private Socket checked(Socket plain, HttpTarget target) throws IOException {
        SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Optional<Failure> read(InputStream bytes, Answer answer) throws IOException {
        HttpHead head = HttpHead.read(bytes);
        if (head.status() != 200) {
            return Optional.of(failure(head.status()));
        }
        try (JsonParser json =
                StrictJson.MAPPER.getFactory().createParser(new HttpBody(bytes, head.length(), head.chunked()))) {
            return answer.judge(json);
        }
    }

    private static Failure failure(int status) {
        return switch (status) {
            case 401 -> Failure.LOGIN_REFUSED;
            case 403 -> Failure.FORBIDDEN;
            case 408, 429 -> Failure.UNAVAILABLE;
            default ->
                status >= 500
                        ? Failure.UNAVAILABLE
                        : status >= 300 && status < 400 ? Failure.REDIRECTED : Failure.NOT_SUCH_A_SERVICE;
        };
    }
}
