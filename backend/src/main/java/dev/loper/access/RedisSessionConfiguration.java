package dev.loper.access;

import dev.loper.redis.RedisEndpoint;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisProperties;
import dev.loper.web.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPoolConfig;

/// Keeps sign-in sessions in the same Redis as everything else, with Spring Session.
///
/// The filter that looks sessions up is no bean: only the chain of the agents' API has it, so that webhooks never pay
/// for it.
@Configuration(proxyBeanMethods = false)
class RedisSessionConfiguration {

    static final String COOKIE = "LOPER_SESSION";

    @Bean
    JedisConnectionFactory redisConnectionFactory(RedisEndpoint endpoint, RedisProperties properties) {
        JedisPoolConfig pool = new JedisPoolConfig();
        pool.setMaxTotal(properties.poolSize());
        pool.setMaxWait(properties.timeout());
        pool.setJmxEnabled(false);
        JedisClientConfiguration client = JedisClientConfiguration.builder().connectTimeout(
                properties.timeout()).readTimeout(properties.timeout()).clientName(
                        "loper-sessions").usePooling().poolConfig(
                                pool).build();
        return switch (properties.mode()) {
            case EMBEDDED, STANDALONE -> new JedisConnectionFactory(standalone(endpoint), client);
            case SENTINEL -> new JedisConnectionFactory(sentinel(endpoint, properties), client);
            case CLUSTER -> new JedisConnectionFactory(cluster(endpoint), client);
        };
    }

    private static RedisStandaloneConfiguration standalone(RedisEndpoint endpoint) {
        HostAndPort node = endpoint.nodes().getFirst();
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(node.getHost(), node.getPort());
        configuration.setUsername(endpoint.username());
        configuration.setPassword(RedisPassword.of(endpoint.password()));
        return configuration;
    }

    private static RedisSentinelConfiguration sentinel(RedisEndpoint endpoint, RedisProperties properties) {
        RedisSentinelConfiguration configuration = new RedisSentinelConfiguration().master(properties.master());
        endpoint.nodes().forEach(node -> configuration.sentinel(node.getHost(), node.getPort()));
        configuration.setUsername(endpoint.username());
        configuration.setPassword(RedisPassword.of(endpoint.password()));
        return configuration;
    }

    private static RedisClusterConfiguration cluster(RedisEndpoint endpoint) {
        RedisClusterConfiguration configuration = new RedisClusterConfiguration();
        endpoint.nodes().forEach(node -> configuration.addClusterNode(new RedisNode(node.getHost(), node.getPort())));
        configuration.setUsername(endpoint.username());
        configuration.setPassword(RedisPassword.of(endpoint.password()));
        return configuration;
    }

    @Bean
    RedisSessionRepository sessionRepository(JedisConnectionFactory connections, RedisKeys keys,
            AccessProperties properties) {
        RedisTemplate<String, Object> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setDefaultSerializer(new SessionSerializer());
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.afterPropertiesSet();
        RedisSessionRepository repository = new RedisSessionRepository(template);
        repository.setRedisKeyNamespace(keys.prefix() + "session");
        repository.setDefaultMaxInactiveInterval(properties.session().idle());
        return repository;
    }

    @Bean
    CookieHttpSessionIdResolver sessionIdResolver(PublicUrl publicUrl) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(publicUrl.https());
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return resolver;
    }
}
