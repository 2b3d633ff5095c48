internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The block of `--missing`: its code, or the end of it that follows its certification's (`BC02`).
struct MissingBlock {
  private let text: String
  /// The blocks of this code, of every certification that has one.
  private(set) var blocks: [CertifiedBlock] = []

  /// - Throws: ``Failure/unknown(_:)`` for a block of no framework, with near ones.
  init(_ text: String, in state: LedgerState) throws(Failure) {
    self.text = text.lowercased()
    let frameworks = state.frameworks
    let codes = frameworks.flatMap { framework in
      framework.blocks.elements.map { (block: $0.code, of: framework.certification) }
    }
    blocks = codes.filter { isNamed($0.block, of: $0.of) }.map { CertifiedBlock($0.of, $0.block) }
    if !blocks.isEmpty { return }
    let known = codes.flatMap { [$0.block.text, $0.block.short(in: $0.of)] }
    let near = Nearest.words(to: text, among: Array(Set(known))).joined(separator: ", ")
    let shown = Shown.word(text)
    throw .unknown(
      Text(
        "--missing : aucune certification du registre n’a de bloc \(shown)"
          + (near.isEmpty ? "" : " ; approchant : \(near)"),
        "--missing: no certification of the ledger has a block \(shown)"
          + (near.isEmpty ? "" : "; near it: \(near)")))
  }

  private func isNamed(_ block: BlockCode, of certification: CertificationCode) -> Bool {
    let code = block.text.lowercased()
    return code == text || code == certification.text.lowercased() + text
  }
}
