internal import Glibc

/// The machine that was measured, and how busy it was.
public struct Surroundings: Sendable {
  /// Of the cores that this process may use.
  public let cores: Int
  /// The processor's name; empty where the system does not say.
  public let model: String
  /// Bytes.
  public let memory: Int

  /// Of this machine.
  public init() {
    let lines = Self.text("/proc/cpuinfo").split(separator: "\n")
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    model = name.map { String($0.drop { $0 == " " }) } ?? ""
    cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    memory = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// How many processes ran or waited on average in the last minute; 0 where the system does not say.
  public static var load: Double {
    Self.text("/proc/loadavg").split(separator: " ").first.flatMap { Double($0) } ?? 0
  }

  /// The most memory that this process had, in bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// The most memory that a running process had, in bytes; nil once it has ended.
  static func peakMemory(of process: pid_t) -> Int? {
    let line = text("/proc/\(process)/status").split(separator: "\n").first {
      $0.hasPrefix("VmHWM:")
    }
    guard let words = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }), words.count > 1
    else { return nil }
    return Int(words[1]).map { $0 * 1024 }
  }

  /// The beginning of a file, up to 64 kB; empty where it cannot be read.
  private static func text(_ path: String) -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
