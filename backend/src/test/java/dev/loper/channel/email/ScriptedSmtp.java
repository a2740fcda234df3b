package dev.loper.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A mail server that takes, postpones, refuses, or breaks off, as it is told.
final class ScriptedSmtp implements AutoCloseable {

    enum Script {
        TAKE,
        BUSY_AT_GREETING,
        BUSY_AT_RECIPIENT,
        REFUSE_RECIPIENT,
        REFUSE_DATA,
        BREAK_IN_DATA,
        BREAK_AFTER_DATA,
        BUSY_AFTER_DATA,
        BREAK_AT_QUIT
    }

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> taken = new ArrayList<>();
    private volatile Script script = Script.TAKE;

    ScriptedSmtp() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void follow(Script next) {
        script = next;
    }

    /// The mails that were taken, as they came.
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client or the test is done
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        if (script == Script.BUSY_AT_GREETING) {
            say(out, "421 too busy");
            return;
        }
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT);
            switch (command) {
                case "EHLO", "HELO" -> say(out, "250 hello");
                case "RCPT" -> say(out, recipient());
                case "DATA" -> {
                    if (script == Script.REFUSE_DATA) {
                        say(out, "554 5.7.1 Not from you");
                    } else if (!data(in, out)) {
                        return;
                    }
                }
                case "QUIT" -> {
                    if (script != Script.BREAK_AT_QUIT) {
                        say(out, "221 bye");
                    }
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private String recipient() {
        return switch (script) {
            case BUSY_AT_RECIPIENT -> "450 4.2.1 greylisted";
            case REFUSE_RECIPIENT -> "550 5.1.1 No such user";
            default -> "250 ok";
        };
    }

    /// @return whether the line is still up
    private boolean data(BufferedReader in, Writer out) throws IOException {
        say(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (script == Script.BREAK_IN_DATA) {
                return false;
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        if (script == Script.BREAK_AFTER_DATA) {
            return false;
        }
        if (script == Script.BUSY_AFTER_DATA) {
            say(out, "451 4.3.0 try later");
            return true;
        }
        synchronized (this) {
            taken.add(mail.toString());
        }
        say(out, "250 2.0.0 taken");
        return true;
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
