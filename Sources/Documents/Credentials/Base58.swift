/// Base58 with Bitcoin's alphabet, the encoding of the multibase prefix `z` (draft-msporny-base58).
///
/// Cost: quadratic; for keys and signatures of at most 64 bytes.
public enum Base58 {
  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  /// The most characters that ``decode(_:)`` reads: more than any key or signature has.
  private static let longest = 128

  /// The number in base 58, and a `1` for each leading zero byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    let number = converted(bytes[...], from: 256, to: 58)
    let zeros = bytes.prefix { $0 == 0 }.count
    let digits = Array(repeating: 0, count: zeros) + number
    return String(decoding: digits.map { alphabet[$0] }, as: UTF8.self)
  }

  /// The bytes of a text that ``encode(_:)`` could have written; nil for any other text, and for one of
  /// more than 128 characters.
  public static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= longest else { return nil }
    var digits: [UInt8] = []
    for character in text.utf8 {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      digits.append(UInt8(digit))
    }
    let zeros = digits.prefix { $0 == 0 }.count
    return Array(repeating: 0, count: zeros)
      + converted(digits[...], from: 58, to: 256).map { UInt8($0) }
  }

  /// The digits of a number in another base, without leading zeros.
  private static func converted(_ digits: ArraySlice<UInt8>, from base: Int, to other: Int) -> [Int]
  {
    var result: [Int] = []
    for digit in digits {
      var carry = Int(digit)
      for index in result.indices {
        carry += result[index] * base
        result[index] = carry % other
        carry /= other
      }
      while carry > 0 {
        result.append(carry % other)
        carry /= other
      }
    }
    return result.reversed()
  }
}
