#pragma once
#include <sqlite3.h>
#include <sys/statfs.h>

/* Variadic functions and macros with casts, which Swift does not import. */

static inline int acquis_sqlite3_defensive(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

static inline int acquis_sqlite3_keep_journal(sqlite3 *database, int is_kept) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_kept, (int *)0);
}

/* Looks at the file through the connection that has it open, without a lock: another descriptor's closing
   would let go of the locks that the process holds. */
static inline sqlite3_file *acquis_sqlite3_file(sqlite3 *database) {
  sqlite3_file *file = 0;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file && file->pMethods ? file : 0;
}

static inline int acquis_sqlite3_is_written(sqlite3 *database) {
  sqlite3_file *file = acquis_sqlite3_file(database);
  int is_reserved = 0;
  return file && file->pMethods->xCheckReservedLock(file, &is_reserved) == SQLITE_OK && is_reserved;
}

static inline int acquis_sqlite3_peek(sqlite3 *database, void *bytes, int count, sqlite3_int64 at) {
  sqlite3_file *file = acquis_sqlite3_file(database);
  return file ? file->pMethods->xRead(file, bytes, count, at) : SQLITE_MISUSE;
}

static inline sqlite3_destructor_type acquis_sqlite3_transient(void) {
  return SQLITE_TRANSIENT;
}

/* The kind of file system a path lies on, or -1: glibc's module leaves statfs out. */
static inline long acquis_file_system(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (long)facts.f_type : -1;
}
