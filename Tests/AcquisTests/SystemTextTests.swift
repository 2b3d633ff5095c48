import AcquisLedger
import Events
import Files
import Glibc
import Testing
import Vault

@testable import acquis

/// What the system says is shown in the user's language.
struct SystemTextTests {
  private static let usual = [
    ENOENT, EISDIR, ENOTDIR, EACCES, EPERM, ENOSPC, EROFS, EEXIST, ENAMETOOLONG, EMFILE, EIO, EPIPE,
    ELOOP, EFBIG, EDQUOT, ETXTBSY, EBUSY,
  ]

  @Test(arguments: usual) func `a usual refusal has a French text of its own`(code: Int32) {
    let own = FileFailure.system(code: code).message
    #expect(Text.system(code).english == own)
    #expect(Text.system(code).french != own)
  }

  @Test func `another refusal is shown as the system says it`() {
    let own = FileFailure.system(code: EXDEV).message
    #expect(Text.system(EXDEV) == Text(own, own))
  }

  @Test func `a file and a vault say it alike, and a store's own message stays`() {
    #expect(FileFailure.system(code: EISDIR).text == Text.system(EISDIR))
    let own = FileFailure.system(code: EIO).message
    let vault = VaultFailure.system(code: Int(EIO), own).text
    #expect(vault.french.hasSuffix(Text.system(EIO).french))
    #expect(vault.english.hasSuffix(own))
    #expect(VaultFailure.system(code: 1, "of SQLite").text.french.hasSuffix("of SQLite"))
  }
}
