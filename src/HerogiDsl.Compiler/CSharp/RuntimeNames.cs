namespace HerogiDsl.Compiler.CSharp;

/// <summary>The names of the runtime that generated code speaks. A test resolves each against the real assembly.</summary>
internal static class RuntimeNames
{
    public const string IEvent = "global::HerogiDsl.IEvent";
    public const string ITemplateObject = "global::HerogiDsl.ITemplateObject";
    public const string IState = "global::HerogiDsl.IState";
    public const string IScenario = "global::HerogiDsl.IScenario";
    public const string IHerogiBuilder = "global::HerogiDsl.IHerogiBuilder";
    public const string ScenarioModule = "global::HerogiDsl.ScenarioModule";
    public const string EventDescriptor = "global::HerogiDsl.EventDescriptor";
    public const string EventFormatException = "global::HerogiDsl.EventFormatException";
    public const string IncompatibleStateException = "global::HerogiDsl.IncompatibleStateException";
    public const string ScenarioFaultException = "global::HerogiDsl.ScenarioFaultException";
    public const string HttpAnswer = "global::HerogiDsl.HttpAnswer";
    public const string SmtpAnswer = "global::HerogiDsl.SmtpAnswer";
    public const string HttpAnswerEvent = "global::HerogiDsl.HttpAnswerEvent";
    public const string SmtpAnswerEvent = "global::HerogiDsl.SmtpAnswerEvent";
    public const string ConnectionDefinition = "global::HerogiDsl.ConnectionDefinition";
    public const string HttpConnectionDefinition = "global::HerogiDsl.HttpConnectionDefinition";
    public const string SmtpConnectionDefinition = "global::HerogiDsl.SmtpConnectionDefinition";
    public const string RetryDefinition = "global::HerogiDsl.RetryDefinition";
    public const string RateLimitDefinition = "global::HerogiDsl.RateLimitDefinition";
    public const string StatusRange = "global::HerogiDsl.StatusRange";
    public const string StepContext = "global::HerogiDsl.StepContext";
    public const string StepResult = "global::HerogiDsl.StepResult";
    public const string Trigger = "global::HerogiDsl.Trigger";
    public const string HttpCall = "global::HerogiDsl.HttpCall";
    public const string EmailMessage = "global::HerogiDsl.EmailMessage";
    public const string SendEvent = "global::HerogiDsl.SendEvent";
    public const string ScheduleEvent = "global::HerogiDsl.ScheduleEvent";
    public const string CancelScheduled = "global::HerogiDsl.CancelScheduled";
    public const string SourcePosition = "global::HerogiDsl.SourcePosition";
    public const string TemplateDefinition = "global::HerogiDsl.TemplateDefinition";
    public const string TemplateUse = "global::HerogiDsl.TemplateUse";
    public const string ScenarioGraph = "global::HerogiDsl.ScenarioGraph";
    public const string GraphState = "global::HerogiDsl.GraphState";
    public const string GraphStateKind = "global::HerogiDsl.GraphStateKind";
    public const string GraphTransition = "global::HerogiDsl.GraphTransition";
    public const string EquatableList = "global::HerogiDsl.EquatableList";
    public const string EquatableMap = "global::HerogiDsl.EquatableMap";
    public const string AnswerBody = "global::HerogiDsl.Values.AnswerBody";
    public const string Fault = "global::HerogiDsl.Values.Fault";
    public const string Functions = "global::HerogiDsl.Values.Functions";
    public const string TextFunctions = "global::HerogiDsl.Values.TextFunctions";
    public const string TimeFunctions = "global::HerogiDsl.Values.TimeFunctions";
    public const string JsonFields = "global::HerogiDsl.Values.JsonFields";
    public const string JsonRead = "global::HerogiDsl.Values.JsonRead";
    public const string JsonValues = "global::HerogiDsl.Values.JsonValues";
    public const string JsonWrite = "global::HerogiDsl.Values.JsonWrite";
    public const string UrlParameters = "global::HerogiDsl.Values.UrlParameters";
}
