/// Who is who: customers joined and taken apart again, addresses detached or marked as shared.
///
/// Every change is a [dev.loper.identity.Deed] with all it takes to undo it, made by one script from a plan; a plan that was
/// overtaken is made anew. Entries stay in the home thread of their address whatever happens here
/// (`docs/decisions/0030-merging-joins-homes.md`).
@NullMarked
package dev.loper.identity;

import org.jspecify.annotations.NullMarked;
