/// Who works here and what they may see and do: people, roles, sign-in, API tokens, audit.
///
/// [dev.loper.access.Access] is the one component that decides; pages, feed, push and commands all ask it. Controllers
/// declare who may call them with [dev.loper.access.AccessRule] and take a [dev.loper.access.Viewer] as a parameter.
@NullMarked
package dev.loper.access;

import org.jspecify.annotations.NullMarked;
