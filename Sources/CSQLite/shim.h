#pragma once
#include <sqlite3.h>

/* Variadic functions and macros with casts, which Swift does not import. */

static inline int acquis_sqlite3_defensive(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

static inline sqlite3_destructor_type acquis_sqlite3_transient(void) {
  return SQLITE_TRANSIENT;
}
