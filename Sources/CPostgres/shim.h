#pragma once
#include <libpq-fe.h>

/* Macros of the server's headers, which Swift does not import. */
enum {
  ACQUIS_PG_SQLSTATE = 'C',
  ACQUIS_PG_MESSAGE = 'M'
};
