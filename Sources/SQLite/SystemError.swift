internal import CSQLite
internal import Glibc

/// The system's error number behind a failure of SQLite's; 0 where there is none.
///
/// SQLite itself tells the last one of the thread, which what it did since may have written over. Each
/// of its files keeps the one of its own last failure: where that is for want of room, it is the cause.
func systemError(of database: OpaquePointer?, _ code: Int32) -> Int32 {
  let told = unsafe sqlite3_system_errno(database)
  guard code & 0xff == SQLITE_IOERR else { return told }
  var last: [Int32] = [0, 0]
  unsafe sqlite3_file_control(database, nil, SQLITE_FCNTL_LAST_ERRNO, &last[0])
  var journal: UnsafeMutablePointer<sqlite3_file>?
  unsafe sqlite3_file_control(database, nil, SQLITE_FCNTL_JOURNAL_POINTER, &journal)
  if let journal = unsafe journal, let methods = unsafe journal.pointee.pMethods {
    _ = unsafe methods.pointee.xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &last[1])
  }
  return last.first { [ENOSPC, EDQUOT, EFBIG].contains($0) } ?? told
}
