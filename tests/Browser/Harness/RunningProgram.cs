using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using JointMeeting.Shared;

namespace JointMeeting.Browser.Harness;

/// <summary>
/// The real program as a child process, as <c>dotnet run --project src/Web</c> starts it: on a free port of loopback,
/// with a new data folder that is deleted with it.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();

    private RunningProgram(Process process, Uri address, string dataFolder)
    {
        this.process = process;
        Address = address;
        DataFolder = dataFolder;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    /// <summary>All that the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts the program and waits until it answers.</summary>
    /// <param name="arguments">What follows the address on its command line, such as "--demo".</param>
    public static async Task<RunningProgram> Start(params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var dataFolder = Directory.CreateTempSubdirectory("jointmeeting-test-").FullName;
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls", address.OriginalString, .. arguments])
        {
            WorkingDirectory = Repository.PathOf("src", "Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JOINTMEETING_DATA"] = dataFolder;
        // All visitors of a test come from one address.
        start.Environment["JOINTMEETING_ATTEMPTS"] = "100000";

        var program = new RunningProgram(new Process { StartInfo = start }, address, dataFolder);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        try
        {
            await program.UntilItAnswers();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a printed line that holds the text, such as the one with the set-up link.</summary>
    public async Task<string> LineWith(string text)
    {
        string? found = null;
        await Until(() =>
            Task.FromResult((found = Output.Split('\n').FirstOrDefault(line => line.Contains(text))) is not null)
        );
        return found!;
    }

    /// <summary>Kills the program, as a power cut would, and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private async Task UntilItAnswers()
    {
        using var client = new HttpClient { BaseAddress = Address };
        await Until(async () =>
        {
            try
            {
                using var response = await client.GetAsync("/health");
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    private async Task Until(Func<Task<bool>> condition)
    {
        var waiting = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.False(process.HasExited, $"The program has ended:\n{Output}");
            Assert.True(waiting.Elapsed < Patience, $"The program did not do it in {Patience}:\n{Output}");
            await Task.Delay(50);
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }

    /// <summary>The program of the same configuration as this test, in its own output folder.</summary>
    internal static string Program()
    {
        var ours = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf("src", "Web", "bin", ours.Parent!.Name, ours.Name, "JointMeeting.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
