package dev.loper.start;

import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// The port to listen on belongs to another program.
@Order(0)
final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        return new FailureAnalysis("Port " + cause.getPort() + " is taken.",
                "End the program that holds it, or choose another with --server.port=<port>.",
                cause);
    }
}
