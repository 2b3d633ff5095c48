#pragma once
#include <sys/timex.h>

/* Whether the kernel's clock is not synchronised: 1 or 0, -1 where it cannot be asked. glibc's module
   leaves timex out. Asked with no mode set, it changes nothing and needs no right. */
static inline int acquis_clock_is_unsynchronised(void) {
  struct timex facts = {.modes = 0};
  if (adjtimex(&facts) < 0) return -1;
  return (facts.status & STA_UNSYNC) != 0;
}
