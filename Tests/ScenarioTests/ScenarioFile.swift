import Events
import FoundationEssentials
import Testing

/// A file of a scenario: a history to import and questions with their expected answers.
struct ScenarioFile: Sendable, CustomTestStringConvertible {
  let url: URL

  var testDescription: String { url.lastPathComponent }

  /// The scenarios of this repository.
  static let own = files(in: "Tests/Acceptance/scenarios")
  /// The folders of scenarios beside the repository; they may be missing.
  static let sharedFolders = ["../shared/scenarios", "../shared/scenarios-2026-2"]
  /// The scenarios of ``sharedFolders``.
  static let shared = sharedFolders.flatMap { files(in: $0) }
  /// Those of ``sharedFolders`` that are missing or empty.
  static let missingFolders = sharedFolders.filter { files(in: $0).isEmpty }

  /// The JSON files of a folder, named from the repository's root, in the order of their names.
  private static func files(in folder: String, source: String = #filePath) -> [ScenarioFile] {
    let root = URL(filePath: source).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map {
      ScenarioFile(url: url.appending(path: $0))
    }
  }

  /// The events to import, then the questions in the order in which they are asked.
  func content() throws -> (events: [JSONValue], questions: [JSONValue]) {
    let value = try JSONValue(parsing: Array(Data(contentsOf: url)))
    return (try #require(value["import"]?.elements), try #require(value["ask"]?.elements))
  }
}

extension JSONValue {
  /// The elements of a list; nil for anything else.
  var elements: [JSONValue]? {
    guard case .list(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object; nil for anything else.
  var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The texts of a list's strings; empty for anything else.
  var texts: Set<String> { Set((elements ?? []).compactMap(\.text)) }
}
