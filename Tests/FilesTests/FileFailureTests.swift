import Files
import Glibc
import Testing

@Suite struct FileFailureTests {
  @Test func `a failure is of the kind of its error number`() {
    func kinds(_ code: Int32) -> [Bool] {
      let failure = FileFailure.system(code: code)
      return [
        failure.isMissing, failure.isAlreadyThere, failure.isNameTooLong, failure.isNoSpace,
        failure.isNotPermitted,
      ]
    }
    for (place, codes) in [
      [ENOENT], [EEXIST, ENOTEMPTY], [ENAMETOOLONG], [ENOSPC, EDQUOT, EFBIG],
      [EACCES, EPERM, EROFS],
    ].enumerated() {
      for code in codes { #expect(kinds(code) == (0..<5).map { $0 == place }, "\(code)") }
    }
    #expect(kinds(EIO) == [false, false, false, false, false])
    #expect(FileFailure.noSpace == .system(code: ENOSPC))
  }

  @Test func `only what the system refused has a number and the system's words`() {
    #expect(FileFailure.system(code: ENOENT).message == "No such file or directory")
    for failure in [FileFailure.openToOthers, .tooLong(limit: 3), .busy(seconds: 1)] {
      #expect(failure.code == 0 && failure.message.isEmpty)
    }
  }
}
