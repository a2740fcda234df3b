/// Read this first: the ways of a message through Loper, stage by stage.
///
/// [InboundPipeline] takes what a channel hands in and ends when it is durable; [OutboundPipeline] takes a claimed
/// answer and ends when its outcome is written down. This package knows all others, and nobody knows it.
@NullMarked
package dev.loper.pipeline;

import org.jspecify.annotations.NullMarked;
