import AcquisLedger
import Testing
import TransparencyLog

@Suite struct GivenFileTests {
  private let note: String
  private let text: String
  private let key: String
  private let proof: String
  private let copy: String

  init() throws {
    let samples = try CopySamples(events: 3)
    let signer = try CopySamples.key("acquis.example/ledger")
    let signed = try samples.note(size: 2, by: signer)
    note = String(decoding: signed.bytes, as: UTF8.self)
    text = signed.unverifiedText
    key = signer.verifier.text + "\n"
    proof = String(
      decoding: try TlogProof(index: 0, path: [], checkpoint: signed).bytes, as: UTF8.self)
    copy = String(decoding: try samples.copy(), as: UTF8.self)
  }

  private func windows(_ text: String) -> String { text.replacing("\n", with: "\r\n") }

  private func refusal(ofNote text: String) -> SuppliedFileFailure? {
    do throws(SuppliedFileFailure) {
      _ = try SuppliedFile(Array(text.utf8)).checkpoints()
      return nil
    } catch {
      return error
    }
  }

  private func refusal(ofKey text: String) -> SuppliedFileFailure? {
    do throws(SuppliedFileFailure) {
      _ = try SuppliedFile(Array(text.utf8)).keys()
      return nil
    } catch {
      return error
    }
  }

  @Test func `each kind of given file is read`() throws {
    let notes = try SuppliedFile(Array((note + "\n" + note).utf8)).checkpoints()
    #expect(notes.map { String(decoding: $0.bytes, as: UTF8.self) } == [note, note])
    let keys = try SuppliedFile(Array((key + key).utf8)).keys()
    #expect(keys.map { $0.text + "\n" } == [key, key])
  }

  @Test func `a file that is no checkpoint is named for what it is`() {
    for (text, form) in [
      ("", FileFormat.empty), ("\u{feff}" + note, .byteOrderMark),
      (windows(note), .carriageReturns),
      (windows(proof), .carriageReturns), (proof, .tlogProof), (key, .verifierKey),
      (String(key.dropLast()), .verifierKey), (copy, .exactCopy),
    ] {
      #expect(refusal(ofNote: text) == .wrongFormat(form, expected: .checkpoint), "\(form)")
    }
    #expect(FileFormat(of: [0xff, 0xfe, 0x61, 0]) == .utf16)
  }

  @Test func `a file that is no key is named for what it is`() {
    for (text, form) in [
      ("", FileFormat.empty), ("\u{feff}" + key, .byteOrderMark), (windows(key), .carriageReturns),
      (proof, .tlogProof), (note, .checkpoint), (copy, .exactCopy),
    ] {
      #expect(refusal(ofKey: text) == .wrongFormat(form, expected: .verifierKey), "\(form)")
    }
    #expect(refusal(ofKey: String(key.dropLast())) == .unfinished)
    #expect(refusal(ofKey: key + "x\n") == .key(.malformed, line: 2))
    #expect(refusal(ofKey: "\n") == .key(.malformed, line: 1))
  }

  @Test func `a note that is not whole or well formed is reported so, not as altered`() throws {
    #expect(refusal(ofNote: String(note.dropLast())) == .unfinished)
    #expect(refusal(ofNote: note.replacing("\n2\n", with: "\n02\n")) == .leadingZero)
    #expect(
      refusal(ofNote: note.replacing("\n2\n", with: "\nx\n")) == .checkpoint(.malformed(line: 2)))
    #expect(refusal(ofNote: text) == .note(.unsigned))
    #expect(
      refusal(ofNote: note.replacing("— ", with: "- ")) == .note(.malformedSignature(number: 1)))
    #expect(refusal(ofNote: "x\n") == .note(.unsigned))
  }

  @Test func `a leading zero that was signed is no alteration either`() throws {
    let signer = try CopySamples.key("acquis.example/ledger")
    let signed = try SignedNote(
      text: text.replacing("\n2\n", with: "\n02\n"), signedBy: signer)
    #expect(refusal(ofNote: String(decoding: signed.bytes, as: UTF8.self)) == .leadingZero)
  }
}
