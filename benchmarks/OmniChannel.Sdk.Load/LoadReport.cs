
namespace OmniChannel.Load;

/// <summary>What the program prints, on one line. Rates are medians of the runs, per second; times in milliseconds.</summary>
internal sealed record LoadReport
{
    public double AcceptedPerSecond { get; set; }

    public double BareHttpPerSecond { get; set; }

    public double HttpRatio { get; set; }

    public double InProcessPerSecond { get; set; }

    public double BareStorePerSecond { get; set; }

    public double InProcessRatio { get; set; }

    /// <summary>Processor time of the whole process for a message over HTTP, in microseconds; the sender's share is in it.</summary>
    public double HttpCpuMicroseconds { get; set; }

    /// <summary>The same of the bare endpoint.</summary>
    public double BareHttpCpuMicroseconds { get; set; }

    /// <summary>Processor time of the whole process for a message, in process, in microseconds; the sender's share is in it.</summary>
    public double InProcessCpuMicroseconds { get; set; }

    /// <summary>Bytes allocated for a message, in process; the sender's share is in it.</summary>
    public double InProcessAllocatedBytes { get; set; }

    public double P50Ms { get; set; }

    public double P99Ms { get; set; }

    public double? VoiceRingP50Ms { get; set; }

    public double? VoiceRingP99Ms { get; set; }

    public int? VoiceStoredMessages { get; set; }

    /// <summary>Mean inputs of a commit, over HTTP.</summary>
    public double Batch { get; set; }

    /// <summary>Mean rows written for an input: inbox, journal and state; the head row comes once per batch besides.</summary>
    public double RowsPerMessage { get; set; }

    /// <summary>Mean bytes of rows written for an input.</summary>
    public double BytesPerMessage { get; set; }

    public int Customers { get; set; }

    public int Messages { get; set; }

    public int Runs { get; set; }

    public int Senders { get; set; }

    public required string Machine { get; set; }

    /// <summary>The machine's load average over one minute, before and after.</summary>
    public required string LoadAverage { get; set; }
}
