package dev.loper.promise;

import dev.loper.organisation.QuestionAnswers;
import dev.loper.promise.RequestAsking.How;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes what colleagues answer by mail: it becomes a note in the thread, and never anybody's message.
@Component
class RequestMailAnswers implements QuestionAnswers {

    private static final Logger log = LoggerFactory.getLogger(RequestMailAnswers.class);
    private static final int LONGEST = 8000;

    private final Requests requests;
    private final RequestAsking asking;

    RequestMailAnswers(Requests requests, RequestAsking asking) {
        this.requests = requests;
        this.asking = asking;
    }

    @Override
    public boolean take(Answer answer) {
        Optional<ColleagueRequest> found = requests.linked(RequestLinks.markDigest(answer.mark()));
        found.ifPresent(request -> take(answer, request));
        return found.isPresent();
    }

    private void take(Answer answer, ColleagueRequest request) {
        String words = answer.text().strip();
        if (!words.isEmpty()) {
            RequestWriter.Outcome outcome = asking.answerByMail(request, answer.from(), words.length() > LONGEST
                    ? words.substring(0, LONGEST)
                    : words, answer.id(), answer.automatic() ? How.BY_A_MACHINE : How.BY_A_PERSON);
            if (outcome == RequestWriter.Outcome.ENOUGH) {
                log.info("A mail about colleague request {} is not told: as many came as are told of one.",
                        request.id());
            }
        }
    }
}
