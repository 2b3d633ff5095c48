#pragma once
#include <microhttpd.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc's module leaves accept4 and eventfd out. */

/* A connection that waits, non-blocking and not inherited by programs that are started; -1 with
   errno. */
static inline int acquis_accept(int listener, struct sockaddr *peer, socklen_t *size) {
  return (int)syscall(SYS_accept4, listener, peer, size, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

static inline int acquis_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/* MHD_start_daemon and MHD_get_connection_info are variadic, which Swift cannot call. */

/* One thread that waits on epoll, without a listening socket: connections are given to it by
   MHD_add_connection. `context` is passed to every callback. No timeout of the library's own. */
static inline struct MHD_Daemon *acquis_mhd_start(
    void *context, size_t memory, unsigned int connections, int strict,
    void *(*target)(void *, const char *, struct MHD_Connection *),
    size_t (*unescape)(void *, struct MHD_Connection *, char *),
    MHD_AccessHandlerCallback receive, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback notified) {
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME, 0,
      NULL, NULL, receive, context,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_STRICT_FOR_CLIENT, strict,
      MHD_OPTION_URI_LOG_CALLBACK, target, context,
      MHD_OPTION_UNESCAPE_CALLBACK, unescape, context,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_NOTIFY_CONNECTION, notified, context,
      MHD_OPTION_END);
}

/* What was stored for the socket at MHD_CONNECTION_NOTIFY_STARTED. */
static inline void *acquis_mhd_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

/* The connection's socket; -1 if it has none. */
static inline int acquis_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *acquis_mhd_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}

/* The bytes of a request line and its headers, with the empty line; 0 if not known. */
static inline size_t acquis_mhd_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

/* The enumeration's names differ between the library's versions as Swift sees them. */
static inline enum MHD_Result acquis_mhd_result(int yes) { return yes ? MHD_YES : MHD_NO; }
static inline int acquis_mhd_is_yes(enum MHD_Result result) { return result == MHD_YES; }
static inline int acquis_mhd_has_started(enum MHD_ConnectionNotificationCode code) {
  return code == MHD_CONNECTION_NOTIFY_STARTED;
}

/* A response with a copy of the bytes. */
static inline struct MHD_Response *acquis_mhd_response(const void *bytes, size_t count) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

/* Calls `each` with every header of a request, in order. */
static inline int acquis_mhd_headers(
    struct MHD_Connection *connection, MHD_KeyValueIteratorN each, void *context) {
  return MHD_get_connection_values_n(connection, MHD_HEADER_KIND, each, context);
}
