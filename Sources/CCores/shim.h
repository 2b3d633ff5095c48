#pragma once
#include <sys/syscall.h>
#include <unistd.h>

/* The cores that the calling thread may run on, as a mask of 1024 bits. glibc's module leaves sched_getaffinity
   out. The kernel's call returns the bytes that it wrote, -1 where it fails. */
static inline long acquis_cores(unsigned char mask[128]) {
  return syscall(SYS_sched_getaffinity, 0, 128, mask);
}

/* Keeps the calling thread, and those that it starts from now on, on these cores: 0, or -1. */
static inline long acquis_keep_on_cores(const unsigned char mask[128]) {
  return syscall(SYS_sched_setaffinity, 0, 128, mask);
}
