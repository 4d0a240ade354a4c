using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace JointMeeting.Web.Kit;

/// <summary>What the framework says about a form, in Chinese: {0} is the field's [Display] name.</summary>
internal sealed class ChineseMessages : IValidationMetadataProvider
{
    public static void Use(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new ChineseMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”不是这里能填的内容，请修改。");
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}不能是“{value}”，请修改。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”不是这里能填的内容，请修改。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}填写有误，请修改。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写有误，请修改。");
        messages.SetValueMustBeANumberAccessor(field => $"{field}请填数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填数字。");
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写{field}。");
        messages.SetMissingKeyOrValueAccessor(() => "请填写此项。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交。");
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
                rule.ErrorMessage = For(rule);
        }
    }

    private static string? For(ValidationAttribute rule) =>
        rule switch
        {
            RequiredAttribute => "请填写{0}。",
            StringLengthAttribute { MinimumLength: > 0 } => "{0}请填 {2} 至 {1} 个字。",
            StringLengthAttribute or MaxLengthAttribute => "{0}最多 {1} 个字，请缩短。",
            MinLengthAttribute => "{0}至少 {1} 个字。",
            RangeAttribute => "{0}请填 {1} 至 {2} 之间的值。",
            CompareAttribute => "两次填写的{0}不一致，请重新填写。",
            _ => null,
        };
}
