import Events
import StateFlow
import TestSupport
import Testing

/// What is no answer, and why.
struct FlowAnswerFaultTests {
  private typealias Problem = FlowAnswerFailure.Problem

  /// What is wrong with a file, each with its line.
  private func faults(_ bytes: [UInt8]) -> [FlowAnswerFailure.Place] {
    do throws(FlowAnswerFailure) {
      _ = try FlowAnswer(reading: bytes)
      return []
    } catch { return error.places }
  }

  private func faults(_ text: String) -> [FlowAnswerFailure.Place] { faults(Array(text.utf8)) }

  private func expect(_ text: String, _ problem: Problem, _ line: Int?) {
    let found = faults(text)
    #expect(found.map(\.problem) == [problem])
    #expect(found.map(\.line) == [line])
  }

  private func report(_ children: String) -> String {
    "<rapport>\n<idFlux>F</idFlux>\n<idTraitement>1</idTraitement>\n\(children)</rapport>"
  }

  @Test func `a file that is empty, cut or of another form is none`() {
    for text in ["", " \n\t", "\u{FEFF}", "\u{FEFF}\n"] { expect(text, .empty, nil) }
    expect("nom;prénom\n", .malformed, 1)
    expect("<rapport>\n<idFlux>F</rapport>", .malformed, 2)
    expect("<rapport>\n<idFlux>F", .cutShort, 2)
    expect("<!DOCTYPE rapport>\n<rapport/>", .documentType, 1)
    expect("<html><body/></html>", .otherRoot("html"), 1)
    expect("<cpf:flux xmlns:cpf='urn:x'>\n<idFlux>F</idFlux></cpf:flux>", .flowItself, 1)
    expect(report(String(repeating: "<a>", count: 300)), .tooComplex, 4)
  }

  @Test func `a flow that is cut is told as a flow`() {
    expect("<flux>\n<idFlux>F</idFl", .flowItself, 1)
  }

  @Test func `an encoding that is not read is named`() {
    expect(
      "<?xml version='1.0' encoding='windows-1252'?><rapport/>", .encoding("windows-1252"), 1)
    // Bytes of another encoding than the one declared.
    let latin = Array("<rapport><idFlux>F".utf8) + [0xe9] + Array("</idFlux></rapport>".utf8)
    #expect(faults(latin).map(\.problem) == [.malformed])
  }

  @Test func `everything that is wrong is told with its line`() {
    let found = faults(
      """
      <rapport><idTraitement>1</idTraitement>
      <idTraitement>2</idTraitement>
      <PassagesOK>
      <idTechnique/></PassagesOK>
      <PassagesKO><passage>
      <messageErreur>Refus d’essai</messageErreur></passage></PassagesKO></rapport>
      """)
    #expect(
      found.map(\.problem) == [
        .missing(.flow), .twice(.treatment, first: 1), .missing(.passage), .missing(.passage),
      ])
    #expect(found.map(\.line) == [1, 2, 4, 5])
  }

  @Test func `ids without their form are refused`() {
    func ids(_ flow: String, _ treatment: String) -> String {
      "<rapport><idFlux>\(flow)</idFlux>\n<idTraitement>\(treatment)</idTraitement></rapport>"
    }
    let long = String(repeating: "1", count: 65)
    #expect(faults(ids(String(repeating: "F", count: 64), String(long.dropLast()))).isEmpty)
    expect(ids("F 1", "1"), .invalid(.flow), 1)
    expect(ids(long, "1"), .invalid(.flow), 1)
    expect(ids("", "1"), .missing(.flow), 1)
    expect(ids("F", long), .invalid(.treatment), 2)
    expect(ids("F", " "), .missing(.treatment), 2)
    #expect(faults("<rapport/>").map(\.problem) == [.missing(.flow), .missing(.treatment)])
  }

  @Test func `a passage that is accepted and rejected is named with both lines`() {
    expect(
      report(
        """
        <PassagesOK><idTechnique>A-1</idTechnique></PassagesOK>
        <PassagesKO>
        <passage><idTechnique>A-1</idTechnique></passage></PassagesKO>
        """), .contradiction(first: 4), 6)
    expect(
      report(
        """
        <PassagesKO><passage><idTechnique>A-1</idTechnique>
        <idTechnique>A-2</idTechnique></passage></PassagesKO>
        """), .twice(.passage, first: 4), 5)
  }

  @Test(.tags(.property))
  func `an answer that is altered or cut is read or refused, whatever it is`() {
    var random = SeededGenerator(seed: 16)
    let whole = Array(FlowAnswerReadingTests.whole.utf8)
    let pieces: [[UInt8]] = [
      Array("<".utf8), Array("</passage>".utf8), Array("<PassagesOK>".utf8), Array("&#0;".utf8),
      Array("<![CDATA[".utf8), Array("<idTechnique>".utf8), [0], [0xff, 0xfe], [0xed, 0xa0, 0x80],
      Array("encoding='UTF-16'".utf8), Array("<idFlux/>".utf8), Array("\u{1FFFE}".utf8),
    ]
    var read = 0
    for _ in 0..<TrialSize.inputs(default: 5_000) {
      var bytes = whole
      for _ in 0...random.below(3) where !bytes.isEmpty {
        let start = random.below(bytes.count)
        let end = min(bytes.count, start + random.below(40))
        switch random.below(6) {
        case 0: bytes[start] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 3: bytes.replaceSubrange(start..<end, with: random.pick(pieces))
        case 4: bytes.insert(contentsOf: random.pick(pieces), at: start)
        default: bytes.removeSubrange(start...)
        }
      }
      do throws(FlowAnswerFailure) {
        let answer = try FlowAnswer(reading: bytes)
        read += 1
        #expect(1...64 ~= answer.treatment.unicodeScalars.count)
        #expect(answer.passages.allSatisfy { !$0.id.isEmpty && $0.line > 0 })
      } catch {
        #expect(!error.places.isEmpty)
      }
    }
    #expect(read > 100)
  }
}
