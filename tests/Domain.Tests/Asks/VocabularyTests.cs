using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Asks;

public class VocabularyTests
{
    [Fact]
    public void No_two_vocabularies_share_an_id() =>
        Assert.Equal(Vocabulary.All.Count, Vocabulary.All.Select(v => v.Id).Distinct().Count());

    [Fact]
    public void No_two_values_of_a_vocabulary_share_an_id_or_a_label()
    {
        foreach (var vocabulary in Vocabulary.All)
        {
            Assert.Equal(vocabulary.Values.Count, vocabulary.Values.Select(v => v.Id).Distinct().Count());
            Assert.Equal(vocabulary.Values.Count, vocabulary.Values.Select(v => v.Label).Distinct().Count());
        }
    }

    /// <summary>A vocabulary left out of the list would be unknown to definitions and to stored asks.</summary>
    [Fact]
    public void Every_vocabulary_there_is_can_be_named()
    {
        var declared = new[] { typeof(Vocabulary), typeof(ItemVocabulary) }
            .SelectMany(t => t.GetFields())
            .Where(f => f.FieldType == typeof(Vocabulary))
            .Select(f => (Vocabulary)f.GetValue(null)!)
            .ToList();
        Assert.NotEmpty(declared);
        Assert.Equal(declared, Vocabulary.All);
        Assert.All(declared, v => Assert.Same(v, Vocabulary.Named(v.Id)));
    }

    [Fact]
    public void Every_vocabulary_can_end_its_round() =>
        Assert.All(Vocabulary.All, v => Assert.Contains(v.Values, x => x.Effect == AnswerEffect.Consents));

    /// <summary>“deemed” is what the system enters when a day passed; no person may choose it.</summary>
    [Fact]
    public void No_person_can_answer_that_silence_counts() =>
        Assert.All(Vocabulary.All, v => Assert.Null(v.Find("deemed")));

    [Fact]
    public void Whoever_speaks_against_says_why() =>
        Assert.All(
            Vocabulary.All.SelectMany(v => v.Values),
            v => Assert.True(v.NeedsText || v.Effect is not (AnswerEffect.Objects or AnswerEffect.SendsBack), v.Label)
        );

    [Fact]
    public void Only_the_office_answers_whether_a_task_is_struck_off_or_a_reply_passes() =>
        Assert.Equal(
            ["verify", "replyReview"],
            Vocabulary.All.Where(v => v.AnsweredBy == AnsweredBy.Office).Select(v => v.Id)
        );

    [Fact]
    public void An_unknown_vocabulary_is_named_in_the_error() =>
        Assert.Contains("poll", Assert.Throws<KeyNotFoundException>(() => Vocabulary.Named("poll")).Message);
}
