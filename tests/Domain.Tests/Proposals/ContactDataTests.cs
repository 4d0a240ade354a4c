using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class ContactDataTests
{
    [Theory]
    [InlineData("联系人：李明，电话：0712-1234567。", "联系人：李明，电话：〔已隐去〕。")]
    [InlineData("请拨打13812345678联系", "请拨打〔已隐去〕联系")]
    [InlineData("138-1234-5678", "〔已隐去〕")]
    [InlineData("身份证号码:110101199003070012，下同", "身份证号码：〔已隐去〕，下同")]
    [InlineData("号码110101199003070012", "号码〔已隐去〕")]
    [InlineData("账号：6222020200112233445", "账号：〔已隐去〕")]
    [InlineData("邮箱 li.ming@city.example 或来信", "邮箱 〔已隐去〕 或来信")]
    [InlineData("通讯地址：新城路8号3单元201室\n谢谢", "通讯地址：〔已隐去〕\n谢谢")]
    [InlineData("电话（0571）87654321", "电话：〔已隐去〕")]
    [InlineData("联系电话65123456", "联系电话：〔已隐去〕")]
    [InlineData("电话 0571 87654321，欢迎来电", "电话：〔已隐去〕，欢迎来电")]
    [InlineData("138-123-45678", "〔已隐去〕")]
    [InlineData("请拨打１３８１２３４５６７８", "请拨打〔已隐去〕")]
    [InlineData("联系电话：(0571)87654321。", "联系电话：〔已隐去〕。")]
    [InlineData("窗口（0571）87654321受理", "窗口〔已隐去〕受理")]
    public void Contact_data_is_removed_visibly(string text, string made)
    {
        Assert.Equal(made, ContactData.Redact(text));
        Assert.True(ContactData.IsIn(text));
    }

    [Theory]
    [InlineData("2026年投资12345678元，建成车位300个。")]
    [InlineData("云政发〔2026〕6号，2026-03-12印发")]
    [InlineData("关于畅通热线电话的建议")]
    [InlineData("热线电话12345全天受理，投资１２００万元")]
    public void Figures_dates_and_numbers_of_documents_stay(string text) => Assert.False(ContactData.IsIn(text));

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("12345", "*****")]
    [InlineData("6512345", "*****45")]
    [InlineData("87654321", "******21")]
    public void What_one_may_not_see_is_masked(string value, string shown) =>
        Assert.Equal(shown, ContactData.Mask(value));

    [Fact]
    public void What_may_still_be_a_telephone_number_is_named_for_a_person_to_look_at() =>
        Assert.Equal(
            ["６５１２３４５６", "12345678"],
            ContactData.LongNumbers("值守６５１２３４５６，投资12345678元，300个车位")
        );
}
