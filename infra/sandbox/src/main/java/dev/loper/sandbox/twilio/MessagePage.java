package dev.loper.sandbox.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// One page of a list, newest first, with Twilio's paging fields.
final class MessagePage {

    private static final int MOST = 1000;

    private MessagePage() {}

    static Map<String, @Nullable Object> of(List<Message> oldestFirst, MultiValueMap<String, String> query,
            String accountSid) {
        int size = Math.clamp(number(query.getFirst("PageSize"), 50), 1, MOST);
        int page = Math.max(0, number(query.getFirst("Page"), 0));
        List<Message> all = oldestFirst.reversed();
        int start = Math.min(page * size, all.size());
        int end = Math.min(start + size, all.size());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first_page_uri", uri(query, accountSid, 0, size));
        json.put("next_page_uri", end < all.size() ? uri(query, accountSid, page + 1, size) : null);
        json.put("previous_page_uri", page > 0 ? uri(query, accountSid, page - 1, size) : null);
        json.put("uri", uri(query, accountSid, page, size));
        json.put("page", page);
        json.put("page_size", size);
        json.put("start", start);
        json.put("end", Math.max(start, end - 1));
        json.put("messages",
                all.subList(start, end).stream().map(message -> MessageJson.of(message, accountSid)).toList());
        return json;
    }

    private static String uri(MultiValueMap<String, String> query, String accountSid, int page, int size) {
        StringBuilder uri = new StringBuilder("/2010-04-01/Accounts/" + accountSid + "/Messages.json?");
        query.forEach((name, values) -> {
            if (!name.startsWith("Page")) {
                values.forEach(value -> uri.append(encode(name)).append('=').append(encode(value)).append('&'));
            }
        });
        return uri.append("PageSize=").append(size).append("&Page=").append(page).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
