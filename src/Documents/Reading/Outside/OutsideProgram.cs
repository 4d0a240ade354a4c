using System.Diagnostics;

namespace JointMeeting.Documents.Reading.Outside;

/// <summary>
/// A converter of the operating system, run on a file of a stranger: in a folder of its own, with bounded time, memory and
/// output, without the surroundings of this process, and, where the system allows it, without a network.
/// </summary>
internal static class OutsideProgram
{
    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/opt/libreoffice/program"];
    private static readonly Lazy<bool> CanUnshare = new(() =>
        Path("unshare") is { } unshare
        && Start(unshare, ["--user", "--map-root-user", "--net", "true"], "/", TimeSpan.FromSeconds(5)) is 0
    );

    /// <summary>Where a program is installed, null where it is not. Only folders of the system count, never the current one.</summary>
    public static string? Path(string program) =>
        Folders.Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>The exit code, null when it did not end in time.</summary>
    /// <param name="memory">Bytes of address space.</param>
    public static int? Run(string program, IReadOnlyList<string> arguments, string folder, TimeSpan limit, long memory)
    {
        var seconds = ((int)limit.TotalSeconds).ToString();
        List<string> command = [program, .. arguments];
        if (Path("prlimit") is { } prlimit)
            command =
            [
                prlimit,
                $"--as={memory}",
                $"--cpu={seconds}",
                "--fsize=209715200",
                "--core=0",
                "--",
                .. command,
            ];
        if (CanUnshare.Value)
            command = [Path("unshare")!, "--user", "--map-root-user", "--net", "--", .. command];
        return Start(command[0], command.Skip(1), folder, limit);
    }

    private static int? Start(string program, IEnumerable<string> arguments, string folder, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = string.Join(':', Folders) + ":/bin";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        // Reports are of no use to anyone, but a full pipe would stop the program.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(limit))
            return process.ExitCode;
        process.Kill(entireProcessTree: true);
        // Until it is gone it may hold a file, and the folder could not be cleared away.
        process.WaitForExit(TimeSpan.FromSeconds(5));
        return null;
    }
}
