import Documents
import Glibc
import TestSupport
import Testing

/// With programs in WeasyPrint's place; the real one is run by the acceptance tests.
@Suite struct WeasyPrintTests {
  private func answer(
    of script: String
  ) throws -> (Result<[UInt8], PDFFailure>, left: [String]) {
    let folder = try TemporaryFolder()
    try folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "weasyprint")
    chmod(folder.file("weasyprint"), 0o755)
    let program = try #require(WeasyPrint(in: "relative::/nowhere:\(folder.path)"))
    let result = Result { () throws(PDFFailure) in
      try program.pdf(
        of: "<p>é</p>", attaching: "preuve.json", [7, 8], for: folder.file("a.pdf"))
    }
    return (result, folder.names)
  }

  @Test func `it reads the page, is given the attachment, and leaves nothing but its answer`()
    throws
  {
    let (result, left) = try answer(
      of:
        #"printf '%%PDF-'; cat; od -An -tx1 "$5" | tr -d ' '; stat -c '%a' "${5%/*}" "$5"; basename "$5""#
    )
    #expect(
      String(decoding: try result.get(), as: UTF8.self)
        == "%PDF-<p>é</p>0708\n700\n600\npreuve.json\n")
    #expect(left == ["weasyprint"])
  }

  @Test func `a failure, a signal and what is no PDF are reported, and nothing is left`() throws {
    for (script, failure) in [
      ("cat > /dev/null; echo secret >&2; exit 3", PDFFailure.failed(status: 3)),
      ("kill -9 $$", .killed(signal: 9)), ("echo hello", .notPDF), ("", .notPDF),
    ] {
      let (result, left) = try answer(of: script)
      #expect(result == .failure(failure))
      #expect(left == ["weasyprint"])
    }
  }

  @Test func `it is found on the PATH or not at all`() {
    #expect(WeasyPrint(in: "") == nil)
    #expect(WeasyPrint(in: "/nowhere:.") == nil)
  }
}
