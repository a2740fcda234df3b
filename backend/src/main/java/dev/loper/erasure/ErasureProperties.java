package dev.loper.erasure;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of erasure, under `loper.erasure`.
///
/// @param ledger the file that remembers who was erased; empty: `erased` in the data folder. Several nodes share one, and no
///               backup of the store holds it
@Validated
@ConfigurationProperties("loper.erasure")
record ErasureProperties(@NotNull @DefaultValue("") String ledger) {}
