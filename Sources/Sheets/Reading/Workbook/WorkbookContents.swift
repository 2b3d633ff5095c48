internal import XML

/// What a workbook says of itself: its sheets, the system of its days, and where its other parts are.
struct WorkbookContents {
  struct Tab {
    var name: String
    var isHidden: Bool
    /// The name of the relationship to its part.
    var relationship: String
  }

  /// A part that another part names.
  struct Relationship {
    /// The last word of its kind, such as `worksheet`.
    var kind: String
    /// The part's name from the top; of something outside the archive, nil.
    var part: String?
  }

  private(set) var tabs: [Tab] = []
  /// Whether days are counted from 1904-01-01.
  private(set) var countsFrom1904 = false
  let relationships: [String: Relationship]

  /// Reads the workbook's own part.
  ///
  /// - Throws: ``SheetReadingFailure/notAWorkbook`` if the archive has none.
  init(_ archive: inout WorkbookArchive) throws(SheetReadingFailure) {
    let top = try Self.relationships(&archive, of: "")
    let named = top.values.first { $0.kind == "officeDocument" }?.part
    guard let part = named ?? (archive.has("xl/workbook.xml") ? "xl/workbook.xml" : nil) else {
      throw .notAWorkbook
    }
    if part.hasSuffix(".bin") { throw .otherFormat(.xlsb) }
    relationships = try Self.relationships(&archive, of: part)
    var tabs: [Tab] = []
    var countsFrom1904 = false
    var isWorkbook = false
    try archive.read(part) { (event) throws(SheetReadingFailure) in
      guard case .start(let name, let attributes) = event else { return }
      switch name {
      case "workbook": isWorkbook = true
      case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case "sheet":
        guard tabs.count < SheetLimits.parts else { throw .tooManyParts }
        tabs.append(
          Tab(
            name: attributes["name"] ?? "",
            isHidden: ["hidden", "veryHidden"].contains(attributes["state"] ?? ""),
            relationship: attributes["id"] ?? ""))
      default: break
      }
    }
    guard isWorkbook else { throw .notAWorkbook }
    self.tabs = tabs
    self.countsFrom1904 = countsFrom1904
  }

  /// The part of the first relationship of a kind.
  func part(of kind: String) -> String? { relationships.values.first { $0.kind == kind }?.part }

  /// The relationships of a part, by their names; none if it has no list of them.
  private static func relationships(
    _ archive: inout WorkbookArchive, of part: String
  ) throws(SheetReadingFailure) -> [String: Relationship] {
    let folders = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let list = (folders + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard archive.has(list) else { return [:] }
    var found: [String: Relationship] = [:]
    try archive.read(list) { (event) throws(SheetReadingFailure) in
      guard case .start("Relationship", let attributes) = event, let id = attributes["Id"] else {
        return
      }
      guard found.count < SheetLimits.parts else { throw .tooManyParts }
      let isOutside = attributes["TargetMode"] == "External"
      found[id] = Relationship(
        kind: attributes["Type"]?.split(separator: "/").last.map(String.init) ?? "",
        part: isOutside
          ? nil : attributes["Target"].map { resolve($0, in: folders.map(String.init)) })
    }
    return found
  }

  /// A part's name from the top.
  private static func resolve(_ target: String, in folders: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folders
    for word in target.split(separator: "/") where word != "." {
      if word == ".." { _ = path.popLast() } else { path.append(String(word)) }
    }
    return path.joined(separator: "/")
  }
}
