using JointMeeting.Domain.Numbers;

namespace JointMeeting.Domain.Tests.Numbers;

public class DocumentNumberTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Fact]
    public void Every_shared_vector_is_read_as_stated()
    {
        foreach (var vector in NumbersShared.Vectors("docNumbers").EnumerateArray())
        {
            var raw = vector.GetProperty("raw").GetString()!;
            var read = DocumentNumber.Parse(raw, Today);
            Assert.Equal((raw, vector.GetProperty("status").GetString()), (raw, read.Status.Word()));
            if (vector.TryGetProperty("code", out var code))
                Assert.Equal((raw, code.GetString()), (raw, read.Code));
            if (vector.TryGetProperty("year", out var year))
                Assert.Equal((raw, year.GetInt32()), (raw, read.Year));
            if (vector.TryGetProperty("seq", out var number))
                Assert.Equal((raw, number.GetInt32()), (raw, read.Number));
            if (vector.TryGetProperty("canonical", out var canonical))
                Assert.Equal((raw, canonical.GetString()), (raw, read.Canonical));
            if (vector.TryGetProperty("lost", out var lost))
                Assert.Equal(lost.EnumerateArray().Select(sign => sign.GetString()), read.Lost);
        }
    }

    [Theory]
    [InlineData("云政发〔2024〕3号", "valid", "云政发〔2024〕3号")]
    [InlineData("云政发 [2024] 3 号", "normalise", "云政发〔2024〕3号")]
    [InlineData("云政发〔２０２４〕３号", "normalise", "云政发〔2024〕3号")]
    [InlineData("云政办函20243号", "repair", "云政办函〔2024〕3号")]
    [InlineData("云政发(2024)3号", "repair", "云政发〔2024〕3号")]
    [InlineData("云政发〔2024〕第3号", "reject-strict", "云政发〔2024〕3号")]
    [InlineData("〔2024〕3号", "incomplete", null)]
    [InlineData("云政发〔2024〕0号", "reject", null)]
    [InlineData("云政发〔24〕3号", "reject", null)]
    [InlineData("2024届", "reject", null)]
    [InlineData("85870000", "reject", null)]
    [InlineData("", "reject", null)]
    public void A_number_is_read_or_refused(string raw, string status, string? canonical)
    {
        var read = DocumentNumber.Parse(raw, Today);
        Assert.Equal((status, canonical), (read.Status.Word(), read.Canonical));
    }

    [Fact]
    public void Next_year_is_accepted_and_the_year_after_refused()
    {
        Assert.Equal(DocumentNumberStatus.Valid, DocumentNumber.Parse("云政发〔2027〕1号", Today).Status);
        Assert.Equal(DocumentNumberStatus.Reject, DocumentNumber.Parse("云政发〔2028〕1号", Today).Status);
        Assert.Equal(DocumentNumberStatus.Reject, DocumentNumber.Parse("〔2028〕1号", Today).Status);
    }

    [Fact]
    public void All_that_is_not_valid_says_why()
    {
        foreach (var raw in new[] { "云政发[2024]3号", "云政发20243", "〔2024〕3号", "云政发〔2024〕03号", "通知" })
            Assert.NotNull(DocumentNumber.Parse(raw, Today).Why);
    }
}
