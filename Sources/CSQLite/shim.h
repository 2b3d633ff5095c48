#pragma once
#include <sqlite3.h>
#include <sys/statfs.h>

/* Variadic functions and macros with casts, which Swift does not import. */

static inline int acquis_sqlite3_defensive(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

static inline int acquis_sqlite3_keep_journal(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

static inline sqlite3_destructor_type acquis_sqlite3_transient(void) {
  return SQLITE_TRANSIENT;
}

/* The kind of file system a path lies on, or -1: glibc's module leaves statfs out. */
static inline long acquis_file_system(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (long)facts.f_type : -1;
}
