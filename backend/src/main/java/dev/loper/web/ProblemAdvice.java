package dev.loper.web;

import dev.loper.redis.StoreUnavailableException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/// The one mapper of exceptions to problem details.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final String WRONG_TYPE = "cannot hold what was sent; see the API’s description";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException problem) {
        return Problems.entity(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreUnavailableException cause) {
        LOG.warn("{}", cause.getMessage());
        return Problems.entity(Problems.unavailable(cause));
    }

    /// Spring Session's way of saying that Redis is away.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(DataAccessException cause) {
        return away(new StoreUnavailableException("Redis does not answer: " + cause.getMessage(), cause));
    }

    /// The bytes of a file are gone, or only another node has them.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> lost(NoSuchFileException file) {
        LOG.error("A file is not in the blob store: {}", file.getFile());
        return Problems.entity(ProblemException.notFound(
                "The file itself is not where files are kept. Tell your administrator."));
    }

    /// Refusals of the security filters' kind are theirs to answer.
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refused(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception bug) {
        String correlation = CorrelationFilter.current();
        LOG.error("A request failed.", bug);
        return Problems.entity(new ProblemException("unexpected", HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side. If it happens again, tell your administrator the number "
                        + correlation + ".",
                Map.of("correlation", correlation)));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = invalid.getBindingResult().getFieldError();
        return error == null ? field("body", "is not valid") : field(error.getField(), error.getDefaultMessage());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid.getParameterValidationResults().stream().findFirst().map(result -> field(String.valueOf(
                result.getMethodParameter().getParameterName()),
                result.getResolvableErrors().getFirst().getDefaultMessage())).orElseGet(
                        () -> field("body", "is not valid"));
    }

    /// A body that is JSON and yet does not fit says which field is at fault.
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = unreadable.getCause();
        if (cause == null) {
            return field("body", "is missing");
        }
        if (BoundedBody.TooLargeException.causes(cause)) {
            ResponseEntity<ProblemDetail> refusal = Problems.entity(BodyLimitFilter.tooLarge());
            return new ResponseEntity<>(refusal.getBody(), refusal.getHeaders(), refusal.getStatusCode());
        }
        return cause instanceof DatabindException mismatch
                ? field(JsonPath.of(mismatch), JsonPath.isMissing(mismatch) ? "is missing" : WRONG_TYPE)
                : handleExceptionInternal(unreadable, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return field(missing.getRequestPartName(), "is missing");
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return field(missing.getParameterName(), "is missing");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fault instanceof MissingRequestHeaderException missing
                ? field(missing.getHeaderName(), "is missing")
                : super.handleServletRequestBindingException(fault, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return field(String.valueOf(mismatch.getPropertyName()), WRONG_TYPE);
    }

    /// A form whose pieces cannot be told apart.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenForm(MultipartException broken) {
        StatusProblems known = StatusProblems.of(HttpStatus.BAD_REQUEST.value());
        return Problems.entity(new ProblemException(known.slug(), HttpStatus.BAD_REQUEST, known.sentence()));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception cause, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        StatusProblems known = StatusProblems.of(status.value());
        if (status.is5xxServerError()) {
            LOG.error("A request failed.", cause);
        }
        return new ResponseEntity<>(Problems.detail(known.slug(), status, known.sentence(), Map.of()), headers, status);
    }

    private static ResponseEntity<Object> field(String field, @Nullable String message) {
        String sentence = "“" + field + "” " + (message == null ? "is not valid" : message) + ".";
        ProblemDetail detail = Problems.detail("invalid", HttpStatus.UNPROCESSABLE_CONTENT, sentence,
                Map.of("field", field));
        return new ResponseEntity<>(detail, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
