package dev.loper.promise;

import dev.loper.conversation.Conversation;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.promise.PromiseKeeping.Place;
import org.jspecify.annotations.Nullable;

/// What a question to a colleague is about: a topic, and the promise that depends on the answer, if one does.
///
/// @param place where the topic is now
record RequestMatter(Place place, @Nullable Promise promise) {

    TopicId topic() {
        return place.topic().id();
    }

    Conversation conversation() {
        return place.conversation();
    }

    @Nullable
    PromiseId promiseId() {
        return promise == null ? null : promise.id();
    }
}
