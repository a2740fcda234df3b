package dev.loper.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.env.PropertyResolver;

/// Looks whether every port the sandbox will listen on is free.
final class TakenPorts {

    private static final Map<String, String> PORTS = new LinkedHashMap<>();

    static {
        PORTS.put("server.port", "the page");
        PORTS.put("sandbox.smtp-port", "SMTP");
        PORTS.put("sandbox.imap-port", "IMAP");
    }

    private TakenPorts() {}

    /// The sentence for the first port somebody else holds; empty when all are free. Port 0 is always free.
    static Optional<String> firstIn(PropertyResolver settings) {
        return PORTS.entrySet().stream().filter(
                port -> taken(settings.getProperty(port.getKey(), Integer.class, 0))).map(
                        port -> "The sandbox cannot start: port %s for %s is taken. End the program that holds it, or choose another with --%s=<port>.".formatted(
                                settings.getProperty(port.getKey()), port.getValue(), port.getKey())).findFirst();
    }

    private static boolean taken(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket probe = new ServerSocket()) {
            // A connection of an earlier run may still be winding down; that does not take the port.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
