using JointMeeting.Web.Kit;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPageKit(options => options.Navigation.Add(new("/kit", "界面组件", "layout-grid")));

var app = builder.Build();
app.UsePageKit();
app.Run();
