package dev.loper;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// The habits of the house that a compiler does not see.
@AnalyzeClasses(packages = "dev.loper", importOptions = ImportOption.DoNotIncludeTests.class)
class ConventionTests {

    @ArchTest
    static final ArchRule THE_VOCABULARY_IMPORTS_NOTHING_OF_OURS = noClasses().that().resideInAPackage(
            "dev.loper.message..").should().dependOnClassesThat().resideInAnyPackage("dev.loper.access..",
                    "dev.loper.blob..", "dev.loper.channel..",
                    "dev.loper.conversation..", "dev.loper.customer..", "dev.loper.feed..", "dev.loper.redis..",
                    "dev.loper.reply..", "dev.loper.web..", "org.springframework..", "redis.clients..").because(
                            "everybody speaks it, so it must not drag anybody along");

    @ArchTest
    static final ArchRule CHANNELS_NEVER_KNOW_EACH_OTHER = SlicesRuleDefinition.slices().matching(
            "dev.loper.channel.(email|webchat|sms|whatsapp|voice)..").should().notDependOnEachOther().because(
                    "adding or mending a channel must touch no other");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_CHANNEL = noClasses().that().resideOutsideOfPackage(
            "dev.loper.channel..").should().dependOnClassesThat().resideInAnyPackage("dev.loper.channel.email..",
                    "dev.loper.channel.webchat..", "dev.loper.channel.sms..",
                    "dev.loper.channel.whatsapp..", "dev.loper.channel.voice..",
                    "dev.loper.channel.twilio..").because(
                            "a channel is known by its ports only");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_PIPELINE = noClasses().that().resideOutsideOfPackage(
            "dev.loper.pipeline..").should().dependOnClassesThat().resideInAPackage("dev.loper.pipeline..").because(
                    "it knows all others; a way back would make a circle of everything");

    @ArchTest
    static final ArchRule SPRING_INTEGRATION_STAYS_AT_THE_EDGES = noClasses().that().resideOutsideOfPackages(
            "dev.loper.pipeline..", "dev.loper.channel..").and().doNotBelongToAnyOf(
                    LoperApplication.class).should().dependOnClassesThat().resideInAPackage(
                            "org.springframework.integration..").because(
                                    "flows are for the edges and the named stages, nothing deeper");

    @ArchTest
    static final ArchRule JEDIS_STAYS_IN_THE_STORE = noClasses().that().resideOutsideOfPackages("dev.loper.redis..",
            "dev.loper.feed..").and().haveSimpleNameNotContaining("Redis").and().resideOutsideOfPackages(
                    "dev.loper.customer..", "dev.loper.conversation..",
                    "dev.loper.reply..", "dev.loper.promise..", "dev.loper.secret..",
                    "dev.loper.access..").should().dependOnClassesThat().resideInAPackage("redis.clients..").because(
                            "where and how things are kept is decided in few places");

    @ArchTest
    static final ArchRule TWILIO_STAYS_IN_ITS_CHANNELS = noClasses().that().resideOutsideOfPackages(
            "dev.loper.channel.twilio..", "dev.loper.channel.sms..",
            "dev.loper.channel.whatsapp..",
            "dev.loper.channel.voice..").should().dependOnClassesThat().resideInAPackage("com.twilio..").because(
                    "another provider must be able to take its place");

    @ArchTest
    static final ArchRule MAIL_STAYS_IN_ITS_CHANNEL = noClasses().that().resideOutsideOfPackage(
            "dev.loper.channel.email..").should().dependOnClassesThat().resideInAPackage("jakarta.mail..").because(
                    "only one channel speaks mail");

    @ArchTest
    static final ArchRule JSON_IS_JACKSON_3 = noClasses().should().dependOnClassesThat().resideInAPackage(
            "com.fasterxml.jackson.databind..").because(
                    "two versions of Jackson are on the class path, and only one is ours");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses().should().callMethod(System.class,
            "currentTimeMillis").orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(
                    java.time.LocalDateTime.class, "now").because("tests must be able to set the time");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes().that().haveSimpleNameEndingWith(
            "Controller").should().bePackagePrivate().because("the API is their only way in");
}
