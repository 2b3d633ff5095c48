/// The media types that a client accepts (RFC 9110, 12.5.1).
///
/// ```swift
/// let accept = Accept(request.headers(named: "accept"))
/// accept.best(of: ["text/html", "application/json"])  // nil: answer 406
/// ```
public struct Accept: Hashable, Sendable {
  /// `text/*;level=1;q=0.5`.
  private struct Range: Hashable {
    let type: MediaType
    /// In thousandths: 0 is refused, 1000 is preferred.
    let quality: Int
  }

  private let ranges: [Range]

  /// - Parameter values: the header's, one for each line. Without any, or with empty ones, everything
  ///   is accepted. An element that cannot be read is passed over.
  public init(_ values: [String]) {
    let elements = values.flatMap { $0.splitOutsideQuotes(at: ",") }.filter { !$0.isEmpty }
    guard !elements.isEmpty else {
      ranges = [Range(type: MediaType.any, quality: 1_000)]
      return
    }
    ranges = elements.compactMap { element in
      guard var type = MediaType(element) else { return nil }
      var quality = 1_000
      if let index = type.parameters.firstIndex(where: { $0.name == "q" }) {
        guard let said = Self.quality(type.parameters[index].value) else { return nil }
        quality = said
        // What follows the quality is no part of the type.
        type.parameters.removeSubrange(index...)
      }
      return Range(type: type, quality: quality)
    }
  }

  /// `0`, `0.5`, `1.000`: at most three decimals.
  private static func quality(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0] == "0" || parts[0] == "1" else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
    guard let thousandths = Int(padded) else { return nil }
    let quality = (parts[0] == "1" ? 1_000 : 0) + thousandths
    return quality <= 1_000 ? quality : nil
  }

  /// The type that the client likes best; among equals, the first.
  ///
  /// The most specific range that a type is in decides for it.
  ///
  /// - Parameter offered: media types, with or without parameters, as `Content-Type` has them.
  /// - Returns: nil if none is acceptable.
  public func best(of offered: [String]) -> String? {
    var best: (type: String, quality: Int)?
    for text in offered {
      guard let type = MediaType(text) else { continue }
      let range =
        ranges
        .filter { $0.type.includes(type) }
        .max { $0.type.precision < $1.type.precision }
      guard let range, range.quality > (best?.quality ?? 0) else { continue }
      best = (text, range.quality)
    }
    return best?.type
  }
}
