package dev.loper.redis;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where Redis is and how safe a write must be: the settings under `loper.redis`.
///
/// @param mode       how Redis is run
/// @param nodes      `host:port`, one for `standalone`, the sentinels or the cluster's nodes otherwise
/// @param master     the master's name, for `sentinel`
/// @param username   for Redis' access control lists
/// @param password   for Redis
/// @param durability when a write counts as stored
/// @param replicas   how many replicas must have a write, for `replicated`
/// @param timeout    how long one command may take
/// @param poolSize   connections at the most
/// @param memory     what the embedded Redis may use at the most; without it, 60 % of the machine's memory
@Validated
@ConfigurationProperties("loper.redis")
public record RedisProperties(@NotNull @DefaultValue("embedded") Mode mode, @DefaultValue List<String> nodes,
        @DefaultValue("loper") String master, @Nullable String username, @Nullable String password,
        @NotNull @DefaultValue("fsync") Durability durability, @Min(1) @DefaultValue("1") int replicas,
        @NotNull @DefaultValue("2s") Duration timeout, @Min(4) @DefaultValue("64") int poolSize,
        @Nullable DataSize memory) {

    public enum Mode {
        /// A real Redis as our child process, its data below the data folder.
        EMBEDDED,
        STANDALONE,
        SENTINEL,
        CLUSTER
    }

    public enum Durability {
        /// On disk (`appendfsync always`) before it is acknowledged.
        FSYNC,
        /// On the given number of replicas before it is acknowledged.
        REPLICATED,
        /// On disk within a second (`appendfsync everysec`); a crash can lose that second.
        RELAXED
    }
}
