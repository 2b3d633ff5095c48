#pragma once
#include <stdlib.h>
#include <utf8proc.h>

/* The options are an enumeration whose members are combined, which Swift does not do. */

/* Compatibility decomposition and case folding, without marks and without invisible characters. Returns the
   number of bytes at *folded, which acquis_utf8proc_free lets go of, or a negative error. */
static inline utf8proc_ssize_t acquis_utf8proc_fold(
    const utf8proc_uint8_t *text, utf8proc_ssize_t count, utf8proc_uint8_t **folded) {
  return utf8proc_map(
      text, count, folded,
      (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
}

static inline void acquis_utf8proc_free(utf8proc_uint8_t *folded) { free(folded); }

/* Canonical composition (NFC). Returns as acquis_utf8proc_fold does. */
static inline utf8proc_ssize_t acquis_utf8proc_compose(
    const utf8proc_uint8_t *text, utf8proc_ssize_t count, utf8proc_uint8_t **composed) {
  return utf8proc_map(
      text, count, composed, (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}
