internal import CSQLite
internal import Glibc

/// The `errno` behind a failure of SQLite; 0 if there is none.
///
/// `sqlite3_system_errno` returns the connection's last `errno`, which later calls may have
/// overwritten. Each open file also keeps the `errno` of its own last failure: if that one means
/// "no space", it is the cause.
func systemError(of database: OpaquePointer?, _ code: Int32) -> Int32 {
  let reported = unsafe sqlite3_system_errno(database)
  guard code & 0xff == SQLITE_IOERR else { return reported }
  var last: [Int32] = [0, 0]
  unsafe sqlite3_file_control(database, nil, SQLITE_FCNTL_LAST_ERRNO, &last[0])
  var journal: UnsafeMutablePointer<sqlite3_file>?
  unsafe sqlite3_file_control(database, nil, SQLITE_FCNTL_JOURNAL_POINTER, &journal)
  if let journal = unsafe journal, let methods = unsafe journal.pointee.pMethods {
    _ = unsafe methods.pointee.xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &last[1])
  }
  return last.first { [ENOSPC, EDQUOT, EFBIG].contains($0) } ?? reported
}
