/// Who we serve: customers, their identities, and how well each identity is proven.
///
/// An identity is an address of a customer on a kind of channel; the index from address to customer decides whose
/// conversation a message joins. Writing a message changes the index, so that happens inside the store's append.
@NullMarked
package dev.loper.customer;

import org.jspecify.annotations.NullMarked;
