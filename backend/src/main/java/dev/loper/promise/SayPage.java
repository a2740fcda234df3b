package dev.loper.promise;

import org.jspecify.annotations.Nullable;

/// The page on which a customer says something of a promise; `templates/promise-say.mustache` sets it.
///
/// @param promised what we will do
/// @param writes   whether they say it in words of their own
/// @param once     makes a form that is sent twice harmless
/// @param notice   why what they said was not taken, if it was not
/// @param said     their words that were not
record SayPage(String path, String language, String title, String brand, String explained, String promised,
        boolean writes, String button, String back, String once, @Nullable String notice, String said) {}
