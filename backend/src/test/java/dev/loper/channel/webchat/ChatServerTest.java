package dev.loper.channel.webchat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/// A test against a real server with one chat account, `chat-web`, and another one, `chat-other`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@SpringBootTest(classes = ChatTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "loper.chat.accounts.chat-web.name=Web chat", "loper.chat.accounts.chat-web.brand=Lumen",
        "loper.chat.accounts.chat-web.origins=https://shop.example",
        "loper.chat.accounts.chat-web.limits.messages-per-minute=30",
        "loper.chat.accounts.chat-web.limits.uploads-per-minute=5",
        "loper.chat.accounts.chat-web.limits.file-size=1MB",
        "loper.chat.accounts.chat-web.limits.frames-per-minute=100",
        "loper.chat.accounts.chat-web.limits.connections-per-address=20",
        "loper.chat.accounts.chat-web.limits.connections-per-visitor=3",
        "loper.chat.accounts.chat-web.login-secret=a-secret-of-the-shop-0123456789abcdef",
        "loper.chat.accounts.chat-other.name=Other chat", "loper.chat.accounts.chat-other.brand=Other",
        "loper.chat.accounts.chat-other.origins=https://other.example",
        "loper.chat.accounts.chat-few.name=Few", "loper.chat.accounts.chat-few.brand=Few",
        "loper.chat.accounts.chat-few.origins=https://few.example",
        "loper.chat.accounts.chat-few.limits.uploaded-per-hour-per-address=100B",
        "loper.chat.accounts.chat-few.limits.connections-per-address=2", "loper.data-dir=target/chat"})
@interface ChatServerTest {
}
